"""The dice of the language as LLVM IR: the same words for the same key and counter as `run/draws.py`, shift for shift.

It is the text of two functions. Known answers hold both to it.
"""

_PARITY = 0x1BD11BDA
_ROTATIONS = ((13, 15, 26, 6), (17, 29, 16, 24))


def threefry() -> str:
    """`@threefry(key, key, counter, counter)`: two words of 32 bits in one of 64, the first in its low half."""
    lines = [
        "define internal i64 @threefry(i32 %k0, i32 %k1, i32 %c0, i32 %c1) alwaysinline {",
        "  %kk = xor i32 %k0, %k1",
        f"  %k2 = xor i32 %kk, {_PARITY}",
        "  %a0 = add i32 %c0, %k0",
        "  %b0 = add i32 %c1, %k1",
    ]
    at = 0
    for group in range(5):
        for turn in _ROTATIONS[group % 2]:
            lines += [
                f"  %a{at + 1} = add i32 %a{at}, %b{at}",
                f"  %t{at} = call i32 @llvm.fshl.i32(i32 %b{at}, i32 %b{at}, i32 {turn})",
                f"  %b{at + 1} = xor i32 %t{at}, %a{at + 1}",
            ]
            at += 1
        lines += [
            f"  %a{at + 1} = add i32 %a{at}, %k{(group + 1) % 3}",
            f"  %u{at} = add i32 %b{at}, %k{(group + 2) % 3}",
            f"  %b{at + 1} = add i32 %u{at}, {group + 1}",
        ]
        at += 1
    lines += [
        f"  %low = zext i32 %a{at} to i64",
        f"  %upper = zext i32 %b{at} to i64",
        "  %high = shl i64 %upper, 32",
        "  %both = or i64 %low, %high",
        "  ret i64 %both",
        "}",
        "declare i32 @llvm.fshl.i32(i32, i32, i32)",
    ]
    return "\n".join(lines)


def draws() -> str:
    """`@word(key, key, stream, choice)`: the first word of a choice. It hangs on no state, so that it is asked for one choice
    ahead, and the processor reckons it while it is busy with the choice before.

    `@below(word, key, key, stream, choice, total)`: a whole number under the total, every one exactly as likely. A word is
    drawn again where its remainder would favour small numbers: it and the words like it do not all fit under 2^32.
    """
    return f"""define internal i32 @word(i32 %k0, i32 %k1, i32 %stream, i32 %choice) noinline {{
  %words = call i64 @threefry(i32 %k0, i32 %k1, i32 %stream, i32 %choice)
  %word = trunc i64 %words to i32
  ret i32 %word
}}
define internal i32 @below(i32 %word, i32 %k0, i32 %k1, i32 %stream, i32 %choice, i32 %total) alwaysinline {{
start:
  %room = sub i32 0, %total
  %rest = urem i32 %word, %total
  %floor = sub i32 %word, %rest
  %fair = icmp ule i32 %floor, %room
  br i1 %fair, label %done, label %again, !prof !0
again:
  %later = call i32 @again(i32 %k0, i32 %k1, i32 %stream, i32 %choice, i32 %total)
  br label %done
done:
  %drawn = phi i32 [ %rest, %start ], [ %later, %again ]
  ret i32 %drawn
}}
define internal i32 @again(i32 %k0, i32 %k1, i32 %stream, i32 %choice, i32 %total) noinline cold {{
start:
  %room = sub i32 0, %total
  %begun = call i64 @threefry(i32 %k0, i32 %k1, i32 %stream, i32 %choice)
  br label %second
first:
  %words = call i64 @threefry(i32 %k0, i32 %k1, i32 %stream, i32 %later)
  %word1 = trunc i64 %words to i32
  %rest1 = urem i32 %word1, %total
  %floor1 = sub i32 %word1, %rest1
  %fair1 = icmp ule i32 %floor1, %room
  br i1 %fair1, label %done, label %second
second:
  %counter = phi i32 [ %choice, %start ], [ %later, %first ]
  %both = phi i64 [ %begun, %start ], [ %words, %first ]
  %upper = lshr i64 %both, 32
  %word2 = trunc i64 %upper to i32
  %rest2 = urem i32 %word2, %total
  %floor2 = sub i32 %word2, %rest2
  %fair2 = icmp ule i32 %floor2, %room
  %later = add i32 %counter, {1 << 20}
  br i1 %fair2, label %done, label %first
done:
  %drawn = phi i32 [ %rest1, %first ], [ %rest2, %second ]
  ret i32 %drawn
}}
!0 = !{{!"branch_weights", i32 2000, i32 1}}"""
