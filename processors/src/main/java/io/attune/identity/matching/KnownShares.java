package io.attune.identity.matching;

import java.util.Arrays;

/** Shares that were counted before, for the values of a small table; each is looked up when it is first asked for. Not thread-safe. */
final class KnownShares implements ValueShares {
    private final Column column;
    private final AttributeShares shares;
    private final ValueHash hash;
    private final double[] logShares;

    KnownShares(Column column, AttributeShares shares, ValueHash hash) {
        this.column = column;
        this.shares = shares;
        this.hash = hash;
        logShares = new double[column.values().size()];
        Arrays.fill(logShares, Double.NaN);
    }

    @Override
    public double logShare(int number) {
        if (Double.isNaN(logShares[number])) {
            logShares[number] =
                    shares.logShare(hash.of(column.attribute(), column.values().text(number)));
        }
        return logShares[number];
    }
}
