"""Lines that are no news, though cleaning left them: "Follow us on Twitter", «کانال تلگرام ما», "Editing by X".

Names in them are not counted: a site that asks for followers does not write about Telegram.
"""

from __future__ import annotations

import re

_LONGEST = 240
_CUES = re.compile(
    r"follow us|subscribe to our|sign up for our|all rights reserved|copyright|©"
    r"|terms of (?:use|service)|privacy policy"
    r"|^\W*\(?(?:reporting|editing|writing|additional reporting|compiled) by\b|share (?:this )?on\b|read more:"
    r"|photo(?: by)?:|photograph:|getty images"
    r"|ما را در .{0,40}دنبال کنید|عضو .{0,20}کانال|کانال (?:تلگرام|ما)|انتهای پیام"
    r"|کلیه حقوق|تمامی? حقوق|نقل مطالب .{0,20}(?:ذکر|با) منبع"
    r"|بیشتر بخوانید|منبع ?:|عکس ?:|تصویر ?:|خبرنگار ?:|ویراستار"
    r"|تابعونا|تابعوا|اشترك(?:وا)? (?:في|الآن)|جميع الحقوق|حقوق (?:النشر|الطبع)|اقرأ أيضا"
    r"|تصوير ?:|المصدر ?:|إعداد ?:|تحرير ?:",
    re.IGNORECASE | re.MULTILINE,
)


def idle(text: str, start: int) -> bool:
    """Whether the line that begins here is short and no news."""
    end = text.find("\n", start)
    line = text[start : len(text) if end < 0 else end]
    return len(line) <= _LONGEST and _CUES.search(line) is not None
