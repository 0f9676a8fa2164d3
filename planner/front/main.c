/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "front.h"

int main(int argc, char **argv)
{
    (void)argc;
    return co_front_main(argv + 1);
}
