/** What the hub has done and holds, counted from its truth: for REST, JMX and metrics alike. */
package io.attune.status;
