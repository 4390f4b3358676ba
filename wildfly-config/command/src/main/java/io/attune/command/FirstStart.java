package io.attune.command;

import io.attune.command.user.Role;
import io.attune.command.user.UserStore;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** What a data folder gets once: the users, whose passwords are shown now and never again, and the command's own user. */
public final class FirstStart {
    private static final String COMMAND_USER = "attune-command";
    private static final int PASSWORD_BYTES = 24;

    private FirstStart() {}

    /** Makes what is missing and tells the terminal about new users. */
    public static void prepare(Installation installation, PrintWriter out) {
        SecureRandom random = new SecureRandom();
        UserStore users = new UserStore(installation.users(), random);
        tell(users.createFirstUsers(), out);
        if (!Files.exists(RunningHub.credentialsFile(installation.data()))) {
            byte[] password = new byte[PASSWORD_BYTES];
            random.nextBytes(password);
            Credentials own = new Credentials(COMMAND_USER, HexFormat.of().formatHex(password));
            users.save(own, Role.ADMIN);
            RunningHub.writeCredentials(installation.data(), own);
        }
    }

    /** The command's own way into the hub of this data folder. */
    public static Credentials commandCredentials(Path data) {
        return RunningHub.readCredentials(data);
    }

    private static void tell(List<Credentials> created, PrintWriter out) {
        if (created.isEmpty()) {
            return;
        }
        out.println("Users of the hub and its console (shown this once; only hashes are kept):");
        created.forEach(user -> out.printf("  %-10s %s%n", user.user(), user.password()));
        out.flush();
    }
}
