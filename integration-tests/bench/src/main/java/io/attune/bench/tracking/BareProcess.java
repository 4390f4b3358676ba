package io.attune.bench.tracking;

import io.attune.command.ChildProcess;
import io.attune.command.Wait;
import io.attune.it.environment.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@link BareServer} as a process beside an environment's server. */
final class BareProcess implements AutoCloseable {
    private final ChildProcess process;
    private final URI url;

    private BareProcess(ChildProcess process, URI url) {
        this.process = process;
        this.url = url;
    }

    static BareProcess start(Environment environment) {
        Map<String, String> hub = environment.sandbox().hubConfiguration();
        Path log = environment.folder().resolve("log").resolve("bare-server.log");
        ChildProcess process = ChildProcess.start(
                "bare server",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        BareServer.class.getName(),
                        hub.get("attune.kafka.brokers"),
                        hub.get("attune.mandrill.url"),
                        hub.get("attune.mandrill.api-key")),
                Map.of("CLASSPATH", System.getProperty("java.class.path")),
                log);
        boolean ready = Wait.until(Duration.ofMinutes(1), () -> {
            process.requireAlive();
            return process.logContains(BareServer.READY);
        });
        if (!ready) {
            process.kill();
            throw new IllegalStateException("the bare server is not ready; its log is " + log);
        }
        return new BareProcess(process, URI.create("http://127.0.0.1:" + port(log)));
    }

    private static String port(Path log) {
        try {
            return Files.readAllLines(log).stream()
                    .filter(line -> line.startsWith(BareServer.READY))
                    .findFirst()
                    .orElseThrow()
                    .substring(BareServer.READY.length())
                    .strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long id() {
        return process.id();
    }

    URI url() {
        return url;
    }

    @Override
    public void close() {
        process.close();
    }
}
