/** What stand-ins keep over restarts: tables in memory behind a journal in a file. */
package io.attune.sandbox.store;
