package io.attune.boot;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import io.attune.configuration.Configuration;

/** Joins the node to its peers' shared memory. The community edition has no TLS, so it stays on loopback unless told. */
final class SharedMemory {
    private static final String LOOPBACK = "127.0.0.1";

    private SharedMemory() {}

    static HazelcastInstance join(Configuration configuration) {
        Config config = new Config(configuration.hub().nodeName());
        config.setClusterName("attune");
        config.setClassLoader(SharedMemory.class.getClassLoader());
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        // The application stops it in its turn; a hook of its own would come too early.
        config.setProperty("hazelcast.shutdownhook.enabled", "false");
        // Runs over all profiles are Jet jobs. They ship no code of their own.
        config.getJetConfig().setEnabled(true);
        network(configuration, config);
        return Hazelcast.newHazelcastInstance(config);
    }

    private static void network(Configuration configuration, Config config) {
        NetworkConfig network = config.getNetworkConfig();
        network.setPort(configuration.hazelcast().port());
        JoinConfig join = network.getJoin();
        join.getAutoDetectionConfig().setEnabled(false);
        join.getMulticastConfig().setEnabled(false);
        join.getTcpIpConfig()
                .setEnabled(true)
                .setMembers(configuration.hazelcast().members());
        if (configuration.hazelcast().members().stream().allMatch(member -> member.startsWith(LOOPBACK))) {
            config.setProperty("hazelcast.socket.bind.any", "false");
            network.getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        }
    }
}
