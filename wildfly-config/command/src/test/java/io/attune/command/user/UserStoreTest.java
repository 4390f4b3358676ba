package io.attune.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.command.Credentials;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.realm.FileSystemSecurityRealm;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;
import org.wildfly.security.password.WildFlyElytronPasswordProvider;

class UserStoreTest {
    @TempDir
    private Path home;

    @Test
    void firstUsersHaveARoleEachAndPasswordsThatAreWrittenNowhere() throws Exception {
        Path folder = home.resolve("users");
        List<Credentials> users = new UserStore(folder, new SecureRandom()).createFirstUsers();

        assertThat(users)
                .extracting(Credentials::user)
                .containsExactly("viewer", "marketer", "engineer", "privacy", "admin");
        for (Credentials user : users) {
            assertThat(verifies(folder, user.user(), user.password())).isTrue();
            assertThat(verifies(folder, user.user(), "guess")).isFalse();
            try (var files = Files.list(folder)) {
                assertThat(files).allSatisfy(file -> assertThat(file).content().doesNotContain(user.password()));
            }
        }
        assertThat(roles(folder, "engineer")).containsExactlyInAnyOrder("viewer", "engineer");
        assertThat(roles(folder, "admin"))
                .containsExactlyInAnyOrder("viewer", "marketer", "engineer", "privacy", "admin");
    }

    @Test
    void usersAreGeneratedOnceOnly() {
        UserStore store = new UserStore(home, new SecureRandom());
        store.createFirstUsers();

        assertThat(store.createFirstUsers()).isEmpty();
    }

    @Test
    void aUserCanBeGivenANewPassword() throws Exception {
        UserStore store = new UserStore(home, new SecureRandom());
        store.save(new Credentials("ana", "first"), Role.PRIVACY);
        store.save(new Credentials("ana", "second"), Role.PRIVACY);

        assertThat(verifies(home, "ana", "first")).isFalse();
        assertThat(verifies(home, "ana", "second")).isTrue();
    }

    private static boolean verifies(Path folder, String user, String password) throws Exception {
        return identity(folder, user).verifyEvidence(new PasswordGuessEvidence(password.toCharArray()));
    }

    private static List<String> roles(Path folder, String user) throws Exception {
        return List.copyOf(identity(folder, user)
                .getAuthorizationIdentity()
                .getAttributes()
                .get("roles"));
    }

    private static RealmIdentity identity(Path folder, String user) throws Exception {
        return FileSystemSecurityRealm.builder()
                .setRoot(folder)
                .setLevels(0)
                .setProviders(() -> new Provider[] {WildFlyElytronPasswordProvider.getInstance()})
                .build()
                .getRealmIdentity(new NamePrincipal(user));
    }
}
