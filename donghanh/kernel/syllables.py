"""What a Vietnamese syllable may look like: onset, rime and tone. Tells right text from wrong letters."""

import re
import unicodedata
from functools import lru_cache

_ONSETS = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uâc uân uâng uât uây uc uê uêch uên uênh uêt ui um un ung uơ uôc uôi uôm uôn uông uôt up ut
uy uya uych uyên uyêt uyn uynh uyp uyt uyu
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
y ych yêm yên yêng yêt yêu ynh
"""
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_RISING = {"\u0301", "\u0323"}
"""The tones that a syllable ending in a stop may have."""
_BODY = re.compile(rf"(?:{'|'.join(_ONSETS.split())})?(?:{'|'.join(_RIMES.split())})")
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=10_000)
def is_syllable(word: str) -> bool:
    """Tell whether a word is one that Vietnamese spelling allows; its meaning is nobody's business here."""
    decomposed = unicodedata.normalize("NFD", word.casefold())
    tones = [letter for letter in decomposed if ord(letter) in _TONES]
    body = unicodedata.normalize("NFC", decomposed.translate(_TONES))
    if len(tones) > 1 or not _BODY.fullmatch(body):
        return False
    return not body.endswith(_STOPS) or set(tones) <= _RISING
