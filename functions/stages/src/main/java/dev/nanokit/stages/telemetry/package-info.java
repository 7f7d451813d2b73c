/** What the functions say about their steps: one JSON line each, from which CloudWatch makes metrics. */
package dev.nanokit.stages.telemetry;
