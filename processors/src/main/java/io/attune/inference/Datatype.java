package io.attune.inference;

import java.util.Arrays;

/** The protocol's types of elements, of those that a feature can have. */
enum Datatype {
    BOOL(0, 1),
    UINT8(0, 0xFF),
    UINT16(0, 0xFFFF),
    UINT32(0, 0xFFFF_FFFFL),
    UINT64(0, 0x1p64),
    INT8(Byte.MIN_VALUE, Byte.MAX_VALUE),
    INT16(Short.MIN_VALUE, Short.MAX_VALUE),
    INT32(Integer.MIN_VALUE, Integer.MAX_VALUE),
    INT64(Long.MIN_VALUE, Long.MAX_VALUE),
    FP32(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    FP64(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    BYTES(0, 0);

    private final double least;
    private final double most;

    Datatype(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** @throws InferenceException when the protocol or this server does not know it */
    static Datatype of(String name, String tensor) {
        return Arrays.stream(values())
                .filter(type -> type.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InferenceException.badRequest("inputs: " + tensor + " has the datatype \"" + name
                        + "\"; this server takes " + Arrays.toString(values())));
    }

    /** Whether a number, which is not missing, is one of this type. */
    boolean holds(double value) {
        return value >= least && value <= most && (this == FP32 || this == FP64 || value == Math.rint(value));
    }

    /** The number as a value of this type. */
    double rounded(double value) {
        return this == FP32 ? (float) value : value;
    }
}
