/**
 * The functions that hold no provider's credentials, packaged for AWS Lambda: {@code github} says everything that is
 * said to GitHub, {@code state} takes locks and says what comes next in a run, {@code pages} shows plans to whoever has their address. Which of them a function is says its
 * variable QUARKUS_LAMBDA_HANDLER. Packaging only: what they do is in github-app/app and functions/stages.
 */
package dev.nanokit.control;
