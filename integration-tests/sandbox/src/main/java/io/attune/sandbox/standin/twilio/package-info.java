/** Twilio: sends text messages, and calls back with their states and with replies. */
package io.attune.sandbox.standin.twilio;
