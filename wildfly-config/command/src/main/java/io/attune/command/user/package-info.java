/** The people who may use a server, their roles and hashed passwords. */
package io.attune.command.user;
