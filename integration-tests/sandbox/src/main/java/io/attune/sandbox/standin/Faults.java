package io.attune.sandbox.standin;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The faults that one stand-in has been told to show, in the order they were told. Thread-safe. */
public final class Faults {
    private final List<Pending> pending = new ArrayList<>();
    private CountDownLatch release = new CountDownLatch(1);
    private int held;

    private static final class Pending {
        private final Fault fault;
        private int left;
        private double drawn;

        Pending(Fault fault) {
            this.fault = fault;
            this.left = fault.times();
        }

        boolean befalls() {
            drawn += fault.share();
            if (drawn < 1 - 1e-9) {
                return false;
            }
            drawn -= 1;
            if (left > 0) {
                left--;
            }
            return true;
        }
    }

    public synchronized void add(Fault fault) {
        if (fault.times() != 0) {
            pending.add(new Pending(fault));
        }
    }

    /** Forgets every fault and lets held answers go. */
    public synchronized void clear() {
        pending.clear();
        release();
    }

    /** Lets every held answer go. */
    public synchronized void release() {
        release.countDown();
        release = new CountDownLatch(1);
        held = 0;
    }

    /** What is still to come. */
    public synchronized List<Fault> pending() {
        return pending.stream().map(each -> each.fault.times(each.left)).toList();
    }

    /** How many answers wait to be released. */
    public synchronized int held() {
        return held;
    }

    synchronized Optional<Fault> next(String operation) {
        for (Iterator<Pending> each = pending.iterator(); each.hasNext(); ) {
            Pending candidate = each.next();
            if (candidate.fault.concerns(operation) && candidate.befalls()) {
                if (candidate.left == 0) {
                    each.remove();
                }
                return Optional.of(candidate.fault);
            }
        }
        return Optional.empty();
    }

    synchronized CountDownLatch hold() {
        held++;
        return release;
    }
}
