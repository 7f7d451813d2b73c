# Reads Surefire's XML reports. Prints why tests were skipped, each reason once with how many it holds back, then the
# line: tests failed skipped.

function attribute(name, text) {
  if (!match(text, " " name "=\"[^\"]*\"")) {
    return ""
  }
  return substr(text, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
}

function plain(text) {
  gsub(/&#10;.*/, "", text)
  gsub(/&quot;/, "\"", text)
  gsub(/&apos;/, "'", text)
  gsub(/&lt;/, "<", text)
  gsub(/&gt;/, ">", text)
  gsub(/&amp;/, "\\&", text)
  return text
}

/<testsuite / {
  tests += attribute("tests", $0)
  failed += attribute("failures", $0) + attribute("errors", $0)
  skipped += attribute("skipped", $0)
}

# Either <skipped message="why"/>, or the exception of a broken assumption, its first line in the element's text.
/<skipped/ {
  if (match($0, /<!\[CDATA\[/)) {
    why = substr($0, RSTART + RLENGTH)
    sub(/^[A-Za-z0-9_.$]+(Exception|Error): /, "", why)
    sub(/^Assumption failed: /, "", why)
    sub(/\]\]>.*/, "", why)
  } else {
    why = plain(attribute("message", $0))
  }
  reasons[why]++
}

END {
  for (reason in reasons) {
    printf "skipped %d: %s\n", reasons[reason], reason == "" ? "(no reason given)" : reason
  }
  print tests + 0, failed + 0, skipped + 0
}
