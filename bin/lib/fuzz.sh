# Sourced by bin/test. Looks for inputs that break what strangers can reach. Expects maven from maven.sh.

# Module and test; one test at a time, as Jazzer has it.
fuzz_targets() {
  cat <<'END'
functions/engine NanokitFileFuzzTest#file
github-app/webhook WebhookFuzzTest#signedBody
github-app/webhook WebhookFuzzTest#unsignedRequest
github-app/app CommentLineFuzzTest#comment
END
}

# Runs each for so many minutes. What breaks one is kept beside its test's inputs, to be committed with the fix.
fuzz() {
  local minutes=$1 module test failed=0
  shift
  while read -r module test <&3; do
    echo "Fuzzing $test for $minutes min …"
    JAZZER_FUZZ=1 JAZZER_MAX_DURATION=${minutes}m maven -q test -pl "$module" -am "-Dtest=$test" \
      -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.hooks=true "$@" || failed=1
  done 3< <(fuzz_targets)
  if [ "$failed" -eq 0 ]; then
    echo "fuzzing found nothing"
  else
    echo "fuzzing found something: see above; git status shows the input that was kept"
  fi
  return "$failed"
}
