package io.attune.trainer.learning;

/** One way that was tried, and what it was worth out of fold. */
public record Candidate(String name, Object parameters, double auc, double logloss, double seconds) {}
