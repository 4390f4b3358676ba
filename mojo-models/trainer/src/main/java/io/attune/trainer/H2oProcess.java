package io.attune.trainer;

import hex.glm.GLM;
import java.util.ServiceLoader;
import water.H2O;
import water.api.Schema;
import water.api.SchemaServer;

/** H2O within this process. It is a singleton of the JVM, so it starts once and ends with the process. */
public final class H2oProcess {

    private static boolean started;

    private H2oProcess() {}

    /**
     * Starts H2O without any socket.
     *
     * @param threads fixed, since the same frame and seed give the same model at one number of threads only
     */
    public static synchronized void start(int threads) {
        if (started) {
            return;
        }
        String[] arguments = {
            "-disable_web",
            "-disable_net",
            "-ip",
            "127.0.0.1",
            "-name",
            "attune-trainer",
            "-log_level",
            "ERRR",
            "-nthreads",
            Integer.toString(threads)
        };
        // H2O 3.44 knows no Java newer than 17, and runs on it.
        System.setProperty("sys.ai.h2o.debug.noJavaVersionCheck", "true");
        H2O.main(arguments);
        H2O.waitForCloudSize(1, 30_000);
        // Without the web, nobody registers the schemas by which a MOJO describes itself.
        SchemaServer.registerAllSchemasIfNecessary(schemas());
        // Nor the algorithms that others are built upon.
        new GLM(true);
        started = true;
    }

    private static Schema<?, ?>[] schemas() {
        return ServiceLoader.load(Schema.class).stream()
                .map(ServiceLoader.Provider::get)
                .toArray(Schema<?, ?>[]::new);
    }
}
