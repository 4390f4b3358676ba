package io.attune.it.environment;

import io.attune.sandbox.kafka.KafkaBroker;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker alone in a process, so that a test can freeze or kill it while everything else goes on. */
final class KafkaMain {
    static final String READY = "Kafka ready";

    private KafkaMain() {}

    public static void main(String... arguments) throws InterruptedException {
        KafkaBroker broker =
                new KafkaBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        broker.start();
        System.out.println(READY);
        new CountDownLatch(1).await();
    }
}
