package io.attune.sandbox.population.source;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Person;

/** A browser of a person with the anonymous id that its cookie holds. */
final class Browser {
    private final Person person;
    private final int device;
    private int cookie;
    private boolean signedIn;

    Browser(Person person, int device) {
        this.person = person;
        this.device = device;
    }

    String anonymousId() {
        Dice owner = device == 0 && cookie == 0 ? person.firstDevice() : person.dice();
        return anonymousId(owner.split("device").split(device * 1000L + cookie));
    }

    boolean signedIn() {
        return signedIn;
    }

    void signIn() {
        signedIn = true;
    }

    /** The cookie is gone: who comes back is a stranger until they sign in again. */
    void forget() {
        cookie++;
        signedIn = false;
    }

    /** The browser as it is now, whatever becomes of this one. */
    Browser asItIs() {
        Browser copy = new Browser(person, device);
        copy.cookie = cookie;
        copy.signedIn = signedIn;
        return copy;
    }

    private static String anonymousId(Dice dice) {
        return dice.hexadecimal(8) + "-" + dice.hexadecimal(4) + "-4" + dice.hexadecimal(3) + "-a" + dice.hexadecimal(3)
                + "-" + dice.hexadecimal(12);
    }
}
