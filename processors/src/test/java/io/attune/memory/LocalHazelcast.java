package io.attune.memory;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.List;

/** Members of Hazelcast that speak to this machine only. */
public final class LocalHazelcast {
    private static final String LOOPBACK = "127.0.0.1";

    private LocalHazelcast() {}

    /** A member without others, on a free port. */
    public static HazelcastInstance alone(String name) {
        Config config = onLoopback(name);
        config.getNetworkConfig().setPort(0);
        return Hazelcast.newHazelcastInstance(config);
    }

    /**
     * One more member of a cluster that runs Jet jobs.
     *
     * @param name of the member, unique in this process
     * @param members those that are there already; who has ended is passed over
     */
    public static HazelcastInstance joining(String cluster, String name, List<HazelcastInstance> members) {
        Config config = onLoopback(name);
        config.setClusterName(cluster);
        config.setProperty("hazelcast.socket.bind.any", "false");
        config.getJetConfig().setEnabled(true);
        config.getNetworkConfig()
                .getJoin()
                .getTcpIpConfig()
                .setEnabled(true)
                .setMembers(members.stream()
                        .filter(member -> member.getLifecycleService().isRunning())
                        .map(LocalHazelcast::address)
                        .toList());
        return Hazelcast.newHazelcastInstance(config);
    }

    private static Config onLoopback(String name) {
        Config config = new Config(name);
        config.setProperty("hazelcast.logging.type", "slf4j");
        config.setProperty("hazelcast.phone.home.enabled", "false");
        config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface(LOOPBACK);
        config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
        return config;
    }

    private static String address(HazelcastInstance member) {
        return LOOPBACK
                + ':'
                + member.getCluster().getLocalMember().getAddress().getPort();
    }
}
