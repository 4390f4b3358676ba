/** Where the hub is put together: every bean that a route names, and every service that REST and JMX show. */
package io.attune.hub;
