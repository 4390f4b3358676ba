/** Starts and stops the one Camel context of a node, and lends it the server's transactions and threads. */
package io.attune.boot;
