/** What a role may do in the console beyond looking. */
package io.attune.console;
