package io.attune.sandbox;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a sandbox until SIGTERM or Ctrl-C. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        description = "Starts Kafka, PostgreSQL and stand-ins for Salesforce, Mailchimp and Twilio.")
final class SandboxCommand implements Callable<Integer> {
    @Option(names = "--data", required = true, description = "Folder that keeps everything over restarts.")
    private Path data;

    @Option(names = "--http-port", description = "Port of the stand-ins and the inbox (0 = any free one).")
    private int httpPort;

    @Option(names = "--kafka-port", description = "Port of Kafka (0 = any free one).")
    private int kafkaPort;

    @Option(names = "--postgres-port", description = "Port of PostgreSQL (0 = any free one).")
    private int postgresPort;

    static int run(String... arguments) {
        // Kafka reports every step of its start. Whoever wants that sets the level.
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        }
        return new CommandLine(new SandboxCommand())
                .setExecutionExceptionHandler((failure, line, result) -> {
                    line.getErr().println(failure.getMessage());
                    return 1;
                })
                .execute(arguments);
    }

    @Override
    public Integer call() throws InterruptedException {
        Sandbox sandbox = Sandbox.start(new SandboxOptions(data, httpPort, kafkaPort, postgresPort));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-stop"));
        System.out.println("Sandbox ready: " + sandbox.configurationFile() + ", inbox " + sandbox.inboxUrl());
        new CountDownLatch(1).await();
        return 0;
    }
}
