package io.attune.segment;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.Optional;
import java.util.Set;

/** The types behind the variables of a rule, so that a name that does not exist is an error when the file is read. */
@Immutable
final class RuleTypes implements CelTypeProvider {

    private static final StructType EVENT = struct(
            "attune.Event",
            ImmutableMap.of("type", SimpleType.STRING, "amount", SimpleType.DOUBLE, "currency", SimpleType.STRING));

    private final ImmutableMap<String, StructType> types;

    RuleTypes(Vocabulary vocabulary) {
        this.types = ImmutableMap.of(
                "features", struct("attune.Features", all(vocabulary.features(), SimpleType.DOUBLE)),
                "scores", struct("attune.Scores", all(vocabulary.scores(), SimpleType.DOUBLE)),
                "profile", struct("attune.Profile", all(vocabulary.attributes(), SimpleType.STRING)),
                "event", EVENT);
    }

    private static ImmutableMap<String, CelType> all(Set<String> fields, CelType type) {
        return ImmutableSortedSet.copyOf(fields).stream()
                .collect(ImmutableMap.toImmutableMap(field -> field, field -> type));
    }

    private static StructType struct(String name, ImmutableMap<String, CelType> fields) {
        return StructType.create(name, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
    }

    StructType variable(String name) {
        return Optional.ofNullable(types.get(name)).orElseThrow();
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableList.copyOf(types.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return types.values().stream()
                .filter(type -> type.name().equals(name))
                .map(CelType.class::cast)
                .findFirst();
    }
}
