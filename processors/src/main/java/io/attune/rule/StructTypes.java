package io.attune.rule;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.errorprone.annotations.Immutable;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.StructType;
import java.util.Map;
import java.util.Optional;

/** The types behind the variables of an expression, so that a name that does not exist is an error when the file is read. */
@Immutable
public final class StructTypes implements CelTypeProvider {

    private final ImmutableMap<String, StructType> types;

    private StructTypes(ImmutableMap<String, StructType> types) {
        this.types = types;
    }

    /** By the name of the variable. */
    public static StructTypes of(Map<String, StructType> byVariable) {
        return new StructTypes(ImmutableMap.copyOf(byVariable));
    }

    /** A type with exactly these fields. */
    public static StructType struct(String name, Map<String, ? extends CelType> fields) {
        ImmutableMap<String, CelType> known = ImmutableMap.copyOf(fields);
        return StructType.create(name, known.keySet(), field -> Optional.ofNullable(known.get(field)));
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
