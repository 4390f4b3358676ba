/** {@code attune resolve}: finds the records of one person in files. */
package io.attune.command.resolve;
