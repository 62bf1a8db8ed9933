/* Fitting curves to points: least squares in six forms, and local regression. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { JUTU_MAX_ORDER = 100 };

/* Points whose x and y are both numbers. */
typedef struct {
    double *x, *y;
    size_t n;
} JutuSamples;

typedef struct JutuFit JutuFit;
struct JutuFit {
    double coef[JUTU_MAX_ORDER + 1]; /* intercept first, for users */
    size_t n_coef;
    double r_squared;
    double (*predict)(const void *fit, double x);
    /* what predict() needs, about the points' means where that is more precise */
    double terms[JUTU_MAX_ORDER + 1];
    double mean_x, mean_y;
};

typedef struct {
    const char *name;
    bool straight;   /* its end points say it all */
    bool by_order;   /* as many terms as `order` */
    bool above_zero; /* is only defined there */
    double freedom;  /* needs more points than this; by_order: than the order */
    void (*fit)(const JutuSamples *samples, size_t order, JutuFit *out);
} JutuFitMethod;

/* @return NULL if there is none of this name */
const JutuFitMethod *jutu_fit_find(const char *name);

/* Fits and computes r². */
void jutu_fit(const JutuFitMethod *method, const JutuSamples *samples, size_t order, JutuFit *out);

/*
 * Cleveland's loess with robust weights. Points must be sorted by x; equal x become one.
 * @param out  room for samples->n pairs
 * @return how many pairs
 */
size_t jutu_loess(const JutuSamples *samples, double bandwidth, double *out);
