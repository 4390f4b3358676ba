package io.attune.inference;

import java.util.List;

/** What a model takes and gives, in the protocol's form. */
public record ModelMetadata(
        String name,
        List<String> versions,
        String platform,
        List<TensorMetadata> inputs,
        List<TensorMetadata> outputs) {
    public ModelMetadata {
        versions = List.copyOf(versions);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * One tensor.
     *
     * @param shape -1 stands for any number of rows
     */
    public record TensorMetadata(String name, String datatype, List<Integer> shape) {
        public TensorMetadata {
            shape = List.copyOf(shape);
        }
    }
}
