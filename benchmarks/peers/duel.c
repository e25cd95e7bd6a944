/* The duel by hand: the chain of benchmarks/worlds/duel_mM_rR.story as a C program, ending for ending the same runs.
 *
 *     cc -O3 -march=native -ffp-contract=off -DMONTHS=12 -DROUNDS=2 [-DAHEAD] duel.c -o duel
 *     ./duel SEED FIRST RUNS            prints counts, choices and seconds as JSON
 *     ./duel SEED FIRST RUNS --each     prints a letter for each run: a, b (dead), r (reconciled), d (drifted apart)
 *
 * The dice are those of docs/reference/language.md. The choice of the only scene is number 0 and changes nothing, so it is not drawn
 * and not counted; the first option is number 1 of stream 0.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef MONTHS
#define MONTHS 12
#endif
#ifndef ROUNDS
#define ROUNDS 2
#endif

typedef struct {
    uint32_t a, b;
} pair;

static inline uint32_t turn(uint32_t word, int by) {
    return word << by | word >> (32 - by);
}

/* threefry2x32 with 20 rounds, unrolled */
static inline pair threefry(pair key, uint32_t low, uint32_t high) {
    const uint32_t third = 0x1BD11BDAu ^ key.a ^ key.b;
    uint32_t a = low + key.a, b = high + key.b;
#define MIX(by) (a += b, b = turn(b, by) ^ a)
#define FOUR(i, j, k, l, first, second, group) (MIX(i), MIX(j), MIX(k), MIX(l), a += (first), b += (second) + (group))
    FOUR(13, 15, 26, 6, key.b, third, 1);
    FOUR(17, 29, 16, 24, third, key.a, 2);
    FOUR(13, 15, 26, 6, key.a, key.b, 3);
    FOUR(17, 29, 16, 24, key.b, third, 4);
    FOUR(13, 15, 26, 6, third, key.a, 5);
    return (pair){a, b};
}

/* The dice of one run: its key, and how many choices were drawn. With -DAHEAD also the next word, made before it is needed, so
 * that its twenty rounds run while the processor is busy with the branches of the choice before. */
typedef struct {
    pair key;
    uint32_t choice;
#ifdef AHEAD
    uint32_t next;
#endif
} dice;

static inline dice dice_of(uint64_t seed, uint64_t number) {
    dice made = {.key = threefry((pair){(uint32_t)seed, (uint32_t)(seed >> 32)}, (uint32_t)number, (uint32_t)(number >> 32))};
#ifdef AHEAD
    made.next = threefry(made.key, 0, 1).a;
#endif
    return made;
}

/* Another word, where the one before would favour small numbers: hardly ever. */
static __attribute__((noinline)) uint32_t drawn_again(pair key, uint32_t choice, uint32_t total) {
    uint32_t word = threefry(key, 0, choice).b, rest = word % total;
    for (uint32_t block = 1; word - rest > 0u - total; block++) {
        const pair next = threefry(key, 0, choice | block << 20);
        word = next.a, rest = word % total;
        if (word - rest <= 0u - total) break;
        word = next.b, rest = word % total;
    }
    return rest;
}

/* A number below `total`, every one exactly as likely. A word is fair if a whole `total` fits between its multiple and 2^32. */
static inline int below(dice *dice, uint32_t total) {
    dice->choice++;
#ifdef AHEAD
    const uint32_t word = dice->next;
    dice->next = threefry(dice->key, 0, dice->choice + 1).a;
#else
    const uint32_t word = threefry(dice->key, 0, dice->choice).a;
#endif
    const uint32_t rest = word % total;
    if (__builtin_expect(word - rest > 0u - total, 0)) return (int)drawn_again(dice->key, dice->choice, total);
    return (int)rest;
}

static inline int up(int value, int most) {
    return value < most ? value + 1 : most;
}

static inline int down(int value, int by) {
    return value > by ? value - by : 0;
}

/* Whose blow it is stands in the arguments; `edge` is their advantage. True if it was the other's third wound. */
static inline int blow(dice *dice, int *edge, int *ft, int *fo, int wt, int *wo, int *at, int *ao, int *sh, int *lo) {
    const int press = 3 + *at;
    const int wound = press + (*ft < 5 ? 1 + *at + (*edge > 0 ? *edge : 0) : 0);
    const int give = wound + 4 + wt + *ft;
    const int mock = give + 4 - *ao;
    const int total = mock + (*lo >= 2 ? *lo + *sh : 0);
    const int drawn = below(dice, (uint32_t)total);
    if (drawn < press) {
        *edge = up(*edge, 3);
        *ft = up(*ft, 5);
    } else if (drawn < wound) {
        *ao = up(*ao, 3);
        *ft = up(*ft, 5);
        *edge = 0;
        return ++*wo == 3;
    } else if (drawn < give) {
        *ft = down(*ft, 1);
        *edge = *edge > -3 ? *edge - 1 : -3;
    } else if (drawn < mock) {
        *ao = up(*ao, 3);
        *sh = up(*sh, 3);
    } else {
        *lo = up(*lo, 3);
        *at = 0;
        *ft = down(*ft, 1);
        *fo = down(*fo, 1);
    }
    return 0;
}

/* How a run ends; adds its choices to `choices`. */
static inline char run(uint64_t seed, uint64_t number, uint64_t *choices) {
    dice dice = dice_of(seed, number);
    int adv = 0, fa = 0, fb = 0, wa = 0, wb = 0, aa = 1, ab = 1, sh = 0, lo = 0;
    char ending = 'd';
    for (int month = 0; month < MONTHS; month++) {
        if (lo == 3 && sh == 0 && aa == 0 && ab == 0) {
            ending = 'r';
            goto over;
        }
        const int rest = 3 + fa + fb;
        const int kind = rest + 1 + lo;
        const int a_slighted = kind + 1 + sh;
        const int b_slighted = a_slighted + 1 + wb;
        const int drawn = below(&dice, (uint32_t)(b_slighted + sh));
        if (drawn < rest) {
            fa = down(fa, 2);
            fb = down(fb, 2);
        } else if (drawn < kind) {
            lo = up(lo, 3);
            aa = down(aa, 1);
            ab = down(ab, 1);
        } else if (drawn < a_slighted) {
            aa = up(aa, 3);
        } else if (drawn < b_slighted) {
            ab = up(ab, 3);
            lo = down(lo, 1);
        } else {
            sh--;
            lo = up(lo, 3);
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (blow(&dice, &adv, &fa, &fb, wa, &wb, &aa, &ab, &sh, &lo)) {
                ending = 'b';
                goto over;
            }
            int theirs = -adv;
            const int dead = blow(&dice, &theirs, &fb, &fa, wb, &wa, &ab, &aa, &sh, &lo);
            adv = -theirs;
            if (dead) {
                ending = 'a';
                goto over;
            }
        }
    }
over:
    *choices += dice.choice;
    return ending;
}

int main(int count, char **words) {
    if (count < 4) {
        fprintf(stderr, "usage: duel SEED FIRST RUNS [--each]\n");
        return 2;
    }
    const uint64_t seed = strtoull(words[1], NULL, 10), first = strtoull(words[2], NULL, 10), runs = strtoull(words[3], NULL, 10);
    const int each = count > 4 && strcmp(words[4], "--each") == 0;
    uint64_t endings[128] = {0}, choices = 0;
    struct timespec begun, done;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    for (uint64_t number = first; number < first + runs; number++) {
        const char ending = run(seed, number, &choices);
        endings[(unsigned char)ending]++;
        if (each) putchar(ending);
    }
    clock_gettime(CLOCK_MONOTONIC, &done);
    if (each) {
        putchar('\n');
        return 0;
    }
    const double seconds = (double)(done.tv_sec - begun.tv_sec) + 1e-9 * (double)(done.tv_nsec - begun.tv_nsec);
    printf("{\"runs\": %llu, \"adead\": %llu, \"bdead\": %llu, \"rec\": %llu, \"drift\": %llu, \"choices\": %llu, \"seconds\": %.6f}\n",
           (unsigned long long)runs, (unsigned long long)endings['a'], (unsigned long long)endings['b'],
           (unsigned long long)endings['r'], (unsigned long long)endings['d'], (unsigned long long)choices, seconds);
    return 0;
}
