/** What template.yaml and infra-bootstrap/ must hold, and what bin/deploy does, seen from outside. */
package dev.nanokit.install;
