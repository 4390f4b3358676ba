/** What all stand-ins share: faults that are to come, checks of requests, and answers of readers. */
package io.attune.sandbox.standin;
