package io.attune.command;

import java.util.concurrent.Callable;

/**
 * A subcommand that another module brings: a picocli command, found by {@link java.util.ServiceLoader}, with a public
 * constructor without arguments. It returns the process's exit code.
 */
public interface Subcommand extends Callable<Integer> {}
