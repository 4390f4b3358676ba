package io.attune.command.user;

import io.attune.command.CommandFailure;
import io.attune.command.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.ModifiableRealmIdentity;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.credential.PasswordCredential;
import org.wildfly.security.password.Password;
import org.wildfly.security.password.PasswordFactory;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;
import org.wildfly.security.password.interfaces.SaltedSimpleDigestPassword;
import org.wildfly.security.password.interfaces.ScramDigestPassword;
import org.wildfly.security.password.spec.EncryptablePasswordSpec;
import org.wildfly.security.password.spec.IteratedSaltedPasswordAlgorithmSpec;
import org.wildfly.security.password.spec.SaltedPasswordAlgorithmSpec;

/**
 * The people who may use the server, in the folder that its Elytron realm reads: one file a person, with roles and a
 * salted hash. A running server sees a change within seconds. Not thread-safe.
 */
public final class UserStore {
    /** Twice what RFC 7677 asks for: a check costs some milliseconds of every request that names a user. */
    private static final int ITERATIONS = 8192;

    private static final int SALT_BYTES = 16;
    /** 131 bits out of letters and digits, which survive every shell and URL. */
    private static final int PASSWORD_LENGTH = 22;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Path folder;
    private final SecureRandom random;

    public UserStore(Path folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
    }

    /**
     * Makes one user for every role, named like it, when there is nobody yet.
     *
     * @return the new users with their generated passwords; empty when there were users already
     */
    public List<Credentials> createFirstUsers() {
        if (!isEmpty()) {
            return List.of();
        }
        List<Credentials> created = new ArrayList<>();
        for (Role role : Role.values()) {
            Credentials credentials = new Credentials(role.roleName(), newPassword());
            save(credentials, role, lookedUp(credentials.password()));
            created.add(credentials);
        }
        return List.copyOf(created);
    }

    /** Adds a user, or gives an existing one this password and role. */
    public void save(Credentials credentials, Role role) {
        save(credentials, role, hash(credentials.password()));
    }

    private void save(Credentials credentials, Role role, Password hash) {
        try {
            createFolder();
            FileSystemSecurityRealm realm = FileSystemSecurityRealm.builder()
                    .setRoot(folder)
                    .setLevels(0)
                    .setProviders(() -> new Provider[] {WildFlyElytronPasswordProvider.getInstance()})
                    .build();
            ModifiableRealmIdentity identity = realm.getRealmIdentityForUpdate(new NamePrincipal(credentials.user()));
            try {
                if (!identity.exists()) {
                    identity.create();
                }
                identity.setCredentials(List.of(new PasswordCredential(hash)));
                MapAttributes attributes = new MapAttributes();
                attributes.addAll("roles", role.granted());
                identity.setAttributes(attributes);
            } finally {
                identity.dispose();
            }
        } catch (IOException failed) {
            throw new CommandFailure(
                    "cannot write the user '" + credentials.user() + "' to " + folder + ": " + failed.getMessage()
                            + "; check that the folder is yours and the disk has room",
                    failed);
        }
    }

    private boolean isEmpty() {
        if (!Files.isDirectory(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.noneMatch(file -> file.toString().endsWith(".xml"));
        } catch (IOException failed) {
            throw new CommandFailure(
                    "cannot list the users in " + folder + ": " + failed.getMessage()
                            + "; check that the folder is yours",
                    failed);
        }
    }

    private void createFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    /** Of a password that a person may have thought of: slow to guess. */
    private Password hash(String password) {
        return encrypt(
                ScramDigestPassword.ALGORITHM_SCRAM_SHA_256,
                password,
                new IteratedSaltedPasswordAlgorithmSpec(ITERATIONS, salt()));
    }

    /**
     * Of a password that we drew: nobody guesses 131 bits however fast, so one round does (NIST SP 800-63B, 5.1.2.2, asks
     * for no more from 112 bits on), and a request costs microseconds where it cost milliseconds.
     */
    private Password lookedUp(String password) {
        return encrypt(
                SaltedSimpleDigestPassword.ALGORITHM_PASSWORD_SALT_DIGEST_SHA_256,
                password,
                new SaltedPasswordAlgorithmSpec(salt()));
    }

    private byte[] salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return salt;
    }

    private static Password encrypt(String algorithm, String password, AlgorithmParameterSpec parameters) {
        try {
            return PasswordFactory.getInstance(algorithm, WildFlyElytronPasswordProvider.getInstance())
                    .generatePassword(new EncryptablePasswordSpec(password.toCharArray(), parameters));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Elytron has " + algorithm, missing);
        }
    }

    private String newPassword() {
        return random.ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
