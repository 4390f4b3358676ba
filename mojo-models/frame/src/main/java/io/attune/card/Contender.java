package io.attune.card;

/** Something that was tried, and how good it was. */
public record Contender(String name, double auc, double logLoss) {}
