package io.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import jakarta.ws.rs.NotAllowedException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
    @Test
    void ourOwnErrorsKeepTheirCodeAndSayWhatToDo() {
        Problem problem = ProblemMapper.problem(
                new AttuneException("PROFILE_NOT_MERGED", ErrorCategory.USER, "name the one that the merge ended"));

        assertThat(problem.status()).isEqualTo(409);
        assertThat(problem.code()).contains("PROFILE_NOT_MERGED");
        assertThat(problem.detail()).contains("name the one");
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThat(ProblemMapper.problem(new AttuneException("REJECT_UNKNOWN", ErrorCategory.USER, "list them"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFailureOfOursTellsNothingOfItselfButWhereToLook() {
        Problem problem = ProblemMapper.problem(new IllegalStateException("password is swordfish"));

        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).doesNotContain("swordfish").contains("server.log");
    }

    @Test
    void whatTheDatabaseCannotHoldIsTheCallersToMend() {
        Throwable refused = new IllegalStateException(
                new SQLException("invalid byte sequence for encoding \"UTF8\": 0x00", "22021"));

        assertThat(ProblemMapper.problem(refused).status()).isEqualTo(400);
        assertThat(ProblemMapper.problem(new IllegalStateException(new SQLException("gone", "08006")))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void aRefusalSaysWhatIsPossible() {
        Problem problem = ProblemMapper.problem(new NotAllowedException("GET"));

        assertThat(problem.status()).isEqualTo(405);
        assertThat(problem.detail()).contains("/openapi");
    }
}
