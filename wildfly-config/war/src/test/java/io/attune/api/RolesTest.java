package io.attune.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every resource method names a role, and those that show a person in clear or change something name a strong one. */
class RolesTest {
    private static final List<Class<?>> RESOURCES = List.of(
            AttributesResource.class,
            ChannelsResource.class,
            DefinitionsResource.class,
            FeaturesResource.class,
            InferenceResource.class,
            JobsResource.class,
            MatchesResource.class,
            MetricsResource.class,
            ModelsResource.class,
            ProfilesResource.class,
            QualityResource.class,
            RecommendationsResource.class,
            RejectsResource.class,
            StatusResource.class,
            WarehouseResource.class);

    @Test
    void everyMethodNamesARole() {
        assertThat(methods()).allSatisfy(method -> assertThat(roles(method)).isNotEmpty());
    }

    /** POST only because what is asked does not fit into an address. */
    private static final Set<String> QUESTIONS = Set.of("infer", "inferVersion", "recommend", "lookUp");

    @Test
    void nobodyChangesAnythingAsAViewer() {
        assertThat(methods()
                        .filter(method -> method.isAnnotationPresent(POST.class))
                        .filter(method -> !QUESTIONS.contains(method.getName())))
                .isNotEmpty()
                .allSatisfy(method -> assertThat(roles(method)).doesNotContain("viewer"));
    }

    @Test
    void peopleInClearAreForPrivacyOfficers() {
        assertThat(methods()
                        .filter(method ->
                                Set.of("profile", "find", "unmerge", "permit").contains(method.getName())))
                .hasSize(4)
                .allSatisfy(method -> assertThat(roles(method)).containsExactly("privacy"));
    }

    @Test
    void whoIsWhoIsForPrivacyOfficers() {
        assertThat(Arrays.stream(MatchesResource.class.getDeclaredMethods()))
                .filteredOn(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .hasSizeGreaterThan(4)
                .allSatisfy(method -> assertThat(roles(method)).containsExactly("privacy"));
    }

    private static Stream<Method> methods() {
        return RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(GET.class)
                        || method.isAnnotationPresent(POST.class)
                        || method.isAnnotationPresent(PUT.class));
    }

    private static List<String> roles(Method method) {
        RolesAllowed roles = method.isAnnotationPresent(RolesAllowed.class)
                ? method.getAnnotation(RolesAllowed.class)
                : method.getDeclaringClass().getAnnotation(RolesAllowed.class);
        return roles == null ? List.of() : List.of(roles.value());
    }
}
