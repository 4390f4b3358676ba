package io.attune.jmx;

/** The definitions as JMX shows them. */
@Meaning("What engineers, data scientists and marketers wrote")
public interface DefinitionsView {
    @Meaning("Route files")
    int getRouteFiles();

    @Meaning("Definitions that do not run as they stand on disk, and why")
    String[] getProblems();

    @Meaning("Reads them again; what is broken changes nothing and is listed")
    String[] reload();
}
