/**
 * The {@code attune} command. Subcommands stand here or in a package of their own; what they share, such as where the installation is and
 * how the hub is asked, stands here too. Other modules bring further ones as {@link io.attune.command.Subcommand}.
 */
package io.attune.command;
