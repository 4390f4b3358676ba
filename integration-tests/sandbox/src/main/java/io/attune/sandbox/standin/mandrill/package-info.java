/** Mailchimp Transactional (Mandrill): sends e-mails, finds them by their metadata, and reports events. */
package io.attune.sandbox.standin.mandrill;
