"""Spells whole numbers by the rules of a CLDR rule-based number format file (as ICU does)."""

import re
import xml.etree.ElementTree as ElementTree


class Speller:
    def __init__(self, path):
        self.sets = {}
        for rules in ElementTree.parse(path).getroot().iter("ruleset"):
            table = []
            for rule in rules.iter("rbnfrule"):
                if re.fullmatch(r"\d+", rule.get("value")):
                    base = int(rule.get("value"))
                    radix = int(rule.get("radix", "10"))
                    table.append((base, radix, rule.text.rstrip(";")))
            self.sets[rules.get("type")] = sorted(table)

    def spell(self, name, number):
        base, radix, body = max(r for r in self.sets[name] if r[0] <= number)
        divisor = 1
        while divisor * radix <= base:
            divisor *= radix
        quotient, rest = divmod(number, divisor) if base else (0, 0)

        def optional(match):
            return match.group(1) if rest else ""

        def replaced(match):
            value = quotient if match.group(0)[0] == "←" else rest
            rule_set = match.group(1).lstrip("%") or name
            return self.spell(rule_set, value)

        def same(match):
            return self.spell(match.group(1).lstrip("%"), number)

        body = re.sub(r"\[(.*?)\]", optional, body)
        body = re.sub(r"=(%+[\w-]+)=", same, body)
        return re.sub(r"[←→]((?:%+[\w-]+)?)[←→]", replaced, body).replace("'", "")
