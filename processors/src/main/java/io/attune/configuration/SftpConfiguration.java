package io.attune.configuration;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The SFTP server that tills put their files onto. How the hub signs in is not kept here: the route reads it.
 *
 * @param knownHosts file with the server's own key
 */
public record SftpConfiguration(String host, int port, String folder, String user, Path knownHosts) {
    private static final int HIGHEST_PORT = 65_535;

    static SftpConfiguration read(Values values) {
        boolean password = values.find("attune.pos.sftp.password").isPresent();
        boolean key = values.find("attune.pos.sftp.private-key").isPresent();
        if (password == key) {
            throw new ConfigurationException(
                    "CONFIGURATION_KEY_MISSING",
                    "the hub signs in to the SFTP server with attune.pos.sftp.password or with "
                            + "attune.pos.sftp.private-key: set exactly one of them");
        }
        Path knownHosts = Path.of(values.text("attune.pos.sftp.known-hosts"));
        if (!Files.isReadable(knownHosts)) {
            throw values.bad(
                    "attune.pos.sftp.known-hosts",
                    "a file that can be read, with the server's key in it; ssh-keyscan writes one",
                    null);
        }
        return new SftpConfiguration(
                values.text("attune.pos.sftp.host"),
                values.number("attune.pos.sftp.port", 1, HIGHEST_PORT),
                values.text("attune.pos.sftp.folder"),
                values.text("attune.pos.sftp.user"),
                knownHosts);
    }
}
