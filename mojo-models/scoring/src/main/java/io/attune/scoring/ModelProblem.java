package io.attune.scoring;

/** A model that the registry could not load, as health reports it. */
public record ModelProblem(String model, ModelException.Code code, String message) {}
