package io.attune.routes.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server on a free port of the loopback address, whose users see one folder. */
final class SftpServer implements AutoCloseable {
    static final String USER = "attune";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final KeyPair hostKey = newKey();

    SftpServer(Path root, String password, PublicKey userKey) throws IOException {
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setPasswordAuthenticator((user, given, session) -> user.equals(USER) && given.equals(password));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals(USER) && key.equals(userKey));
        server.setFileSystemFactory(new VirtualFileSystemFactory(root));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
    }

    int port() {
        return server.getPort();
    }

    /** Writes what ssh-keyscan would of this server, or of one with another key. */
    Path knownHosts(Path file, KeyPair key) throws IOException {
        return Files.writeString(file, "[127.0.0.1]:" + port() + " " + PublicKeyEntry.toString(key.getPublic()) + "\n");
    }

    KeyPair hostKey() {
        return hostKey;
    }

    static KeyPair newKey() {
        try {
            var generator = SecurityUtils.getKeyPairGenerator("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(KeyPair key, Path file) throws Exception {
        try (var out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "attune", null, out);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
