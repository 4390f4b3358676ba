package io.attune.sandbox.population.truth;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is true of a person at {@code now}, and what will be.
 *
 * @param person the id
 * @param household the id of the person with whom something is shared; their own where nothing is
 * @param alive whether they have not dropped out by now; those who never buy are not alive
 * @param purchases how many they made by now, on the web and in shops, cancelled ones not counted
 * @param purchasesAhead how many they make in the 90 days after now if the hub sends nothing
 * @param spent by now in euros, refunds not taken off
 * @param traits hidden parameters by name, as text
 */
public record PersonTruth(
        String person,
        String household,
        boolean alive,
        int purchases,
        Optional<Instant> firstPurchaseAt,
        Optional<Instant> lastPurchaseAt,
        Optional<Instant> droppedOutAt,
        int purchasesAhead,
        double spent,
        Map<String, String> traits) {
    public PersonTruth {
        traits = Collections.unmodifiableMap(new LinkedHashMap<>(traits));
    }

    /** Whether a buyer makes no purchase in the 90 days after now: what the churn model is asked. */
    public boolean churns() {
        return purchases > 0 && purchasesAhead == 0;
    }
}
